package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.rules.domain.facts.Request;

/** Where to go to put it right; paths are relative to the installation's public address. */
final class Remedies {

    private Remedies() {}

    static Remedy open(Request request) {
        return new Remedy("Open " + request.id(), "/v1/deployment-requests/" + request.id());
    }
}
