"""Stage three, on paper: a Plan becomes documents to print."""
