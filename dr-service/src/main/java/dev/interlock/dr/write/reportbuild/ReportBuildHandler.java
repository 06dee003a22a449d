package dev.interlock.dr.write.reportbuild;

import dev.interlock.dr.domain.Pair;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.BuildReported;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReportBuildHandler {

    private final Entities<Product, ProductEvent> products;
    private final Entities<Version, VersionEvent> versions;

    ReportBuildHandler(
            Entities<Product, ProductEvent> products, Entities<Version, VersionEvent> versions) {
        this.products = products;
        this.versions = versions;
    }

    /** The build as it is known now. */
    @CommandHandler
    BuildReported handle(ReportBuild command) {
        var report = command.report();
        products.update(report.product(), product -> product.seen(report.product()));
        return versions.update(
                        Pair.id(report.product(), report.version()),
                        version ->
                                ReportBuildDecision.decide(version, report, command.digest())
                                        .orThrow())
                .state()
                .buildOf(report.runKey())
                .orElse(report);
    }
}
