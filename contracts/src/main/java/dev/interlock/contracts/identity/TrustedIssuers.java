package dev.interlock.contracts.identity;

import java.util.List;

/** The only issuers whose keys the gateway may fetch. */
public record TrustedIssuers(List<String> issuers) {}
