"""Many reports: found, read by many processes or machines, written once each and in order."""
