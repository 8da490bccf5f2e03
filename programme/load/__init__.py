"""Files of data/ to frozen, typed records; every fault of form is a finding."""
