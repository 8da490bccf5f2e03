"""What a build need not do again, through the events that MkDocs offers to plugins.

Of a page or site of which nothing is kept, all is made as it would be without. What is found kept gives the same bytes.
"""
