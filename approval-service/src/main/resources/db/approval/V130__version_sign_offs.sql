-- Which version a sign-off, a rejection or a quarantine is about; rebuilt from the events.
CREATE TABLE version_sign_off (
    id      text PRIMARY KEY,
    product text NOT NULL,
    version text NOT NULL
);
