package dev.interlock.approval.read.identity;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.TrustedIssuers;
import dev.interlock.contracts.identity.WorkloadClaims;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the gateway: whose tokens are accepted, and what they stand for. */
@RestController
final class WorkloadsApi {

    private final Workloads workloads;

    WorkloadsApi(Workloads workloads) {
        this.workloads = workloads;
    }

    @GetMapping("/internal/workloads/issuers")
    TrustedIssuers issuers(Caller caller) {
        caller.requireService();
        return new TrustedIssuers(workloads.issuers());
    }

    @PostMapping("/internal/workloads/resolve")
    Identity resolve(@RequestBody WorkloadClaims claims, Caller caller) {
        caller.requireService();
        return workloads.of(claims).orElseThrow(() -> Problem.notFound("a trust policy that fits"));
    }
}
