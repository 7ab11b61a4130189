"""The command line: read arguments, call one function of the library, write what it gives."""
