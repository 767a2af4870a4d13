"""The shared kit of the picture programs: shapes, surfaces, stage, finish, brush and press."""
