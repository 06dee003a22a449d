package dev.interlock.dr.write.plantedtwo;

import dev.interlock.dr.read.planted.PlantedView;
import dev.interlock.dr.write.plantedone.PlantedDecision;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedUsesOne {
    final Class<?> slice = PlantedDecision.class;
    final Class<?> view = PlantedView.class;
    final Class<?> kafka = KafkaProducer.class;
}
