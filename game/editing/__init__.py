"""Answers an editor's questions about a story: values in, values out. Knows nothing of files, editors or protocols."""
