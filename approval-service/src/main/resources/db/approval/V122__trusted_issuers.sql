-- Whose word is taken: CI systems for their jobs, OpenID providers for people.

CREATE TABLE trust_policy (
    policy       text   PRIMARY KEY,
    issuer       text   NOT NULL,
    audience     text   NOT NULL,
    claim_names  text[] NOT NULL,
    claim_values text[] NOT NULL,
    actions      text[] NOT NULL,
    products     text[] NOT NULL,
    environments text[] NOT NULL
);
CREATE INDEX trust_policy_by_issuer ON trust_policy (issuer);

CREATE TABLE person_identity (
    issuer  text NOT NULL,
    subject text NOT NULL,
    person  text NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, person)
);
