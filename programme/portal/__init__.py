"""The portal: one door over the sites of many plans, made from nothing but what each publishes as open data."""
