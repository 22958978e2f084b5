"""Pages of documents: the public check, and the download."""
