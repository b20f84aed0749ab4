"""A file as people have it -> rows of cells with their lines. What a cell means is none of this folder's business."""
