package dev.interlock.dr.planted.util;

import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks a rule on purpose, to show that the rule can fail. */
public class PlantedHelper {
    @Autowired Object injected = "";

    Object waits(CompletableFuture<Object> future) {
        return future.join();
    }
}
