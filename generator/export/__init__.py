"""Plan to files that others can edit: slides and text documents."""
