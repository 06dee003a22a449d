-- What a product is, for the rules that are written for all of its like.
ALTER TABLE product ADD COLUMN labels jsonb NOT NULL DEFAULT '{}';
