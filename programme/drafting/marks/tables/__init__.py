"""What columns and rows say: tasks, reports, groups, money, figures."""
