/**
 * The event store of a service: Axon on PostgreSQL.
 *
 * <p>Charter: appends and reads events, sends commands, and serves the stream by position. Knows no
 * domain and no Kafka. Facts are stored as JSON under names of an {@link EventCatalogue}, never
 * under class names. Position order is commit order, without gaps, so one number is a watermark.
 *
 * <p>A service imports {@link EventStoreConfiguration}, adds {@code classpath:db/event-store} to
 * its Flyway locations, and declares a catalogue, a publication and its entities:
 *
 * <pre>{@code
 * @Bean EventCatalogue catalogue() {
 *     return EventCatalogue.of(Sources.DR).add("dr.activated", 1, RequestActivated.class).build();
 * }
 *
 * @Bean Publication publication(EventCatalogue catalogue) {
 *     return stored -> RequestMessages.from(stored, catalogue.decode(stored));
 * }
 *
 * @Bean Entities<DeploymentRequest, DeploymentRequestEvent> requests(EntityStore store) {
 *     return store.entities("deployment_request", DeploymentRequest.UNKNOWN, DeploymentRequest::evolve);
 * }
 *
 * @Component class ActivateRequestHandler {
 *     @CommandHandler ActivatedAnswer handle(ActivateRequest c, EventMetadata by) {
 *         Changed<DeploymentRequest> changed = requests.update(c.id(), state -> eventsOf(decide(state, c, now)));
 *         return new ActivatedAnswer(changed.state());
 *     }
 * }
 *
 * Answer<ActivatedAnswer> answer = commands.send(new ActivateRequest("DR-1"), metadataOfCaller);
 * }</pre>
 *
 * <p>Commands run one after another, those that wait at the same time in one transaction ({@code
 * CommandGroups}; ADR 0011), together with all SQL of their handlers and of the {@link
 * InlineProjection}s. An exception undoes what its command did, alone, and reaches the caller of
 * {@link Commands#send} as it is. A handler does no HTTP and waits for nothing: all others wait for
 * it.
 */
@NullMarked
package dev.interlock.eventstore;

import org.jspecify.annotations.NullMarked;
