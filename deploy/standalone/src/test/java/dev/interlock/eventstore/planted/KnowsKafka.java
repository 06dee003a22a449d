package dev.interlock.eventstore.planted;

import org.apache.kafka.clients.producer.KafkaProducer;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class KnowsKafka {
    final Class<?> known = KafkaProducer.class;
}
