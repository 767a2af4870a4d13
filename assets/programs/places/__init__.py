"""One module for each place: build() makes it in Blender, LOOK says how it is graded and painted."""
