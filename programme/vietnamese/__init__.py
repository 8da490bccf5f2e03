"""What is Vietnamese and of no plan: numbers, money, dates, alphabetical order, slugs."""
