"""Writing into `data/` by position: a change touches the lines of what is changed and no others.

From the ground up: `nodes` reads a text to values that know their place, `kinds` says what stands where, `style` how a
careful hand writes a value, `rewrite` changes one place of a text, `phrases` says what a paragraph becomes when words
of it are marked, `address` finds a paragraph again by its clause and words, `transaction` tries several changes on a
copy and writes all or none.
"""
