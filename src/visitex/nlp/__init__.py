"""The spaCy side of the house: a trained pipeline, rule components after it, and one door out."""
