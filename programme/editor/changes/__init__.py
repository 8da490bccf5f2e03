"""What a change that was asked for makes of the files of `data/`, kind by kind."""
