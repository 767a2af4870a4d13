"""One module for each person: build(expression) makes them in Blender, EXPRESSIONS names what there is."""
