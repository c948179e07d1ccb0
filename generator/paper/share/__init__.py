"""Pictures of entries to be shared: drawn like print, kept apart from what is printed."""
