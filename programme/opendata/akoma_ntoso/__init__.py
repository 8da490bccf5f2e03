"""The plan as Akoma Ntoso 3.0, the form in which parliaments and law libraries keep their texts."""
