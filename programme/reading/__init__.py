"""Documents as they come (.docx, .pdf, .doc, .txt), read into lines and tables: no word lost, none made up."""
