"""Stage four: a Library and its Plans become plain Markdown pages, a JSON API and assets. The engine is only run."""
