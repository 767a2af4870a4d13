"""A story as a picture: scenes and the ways between them, laid out, as a page to walk about in or as text."""
