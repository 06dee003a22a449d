-- Whether authors, editors, builders and deployers are kept from approving what goes there; null = where the type is production.
alter table environment add column separation_of_duties boolean;
