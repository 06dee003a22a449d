package dev.interlock.approval.deploymentrequests;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A request with an {@code Idempotency-Key} commits only when its answer is known. */
final class AfterCommit {

    private AfterCommit() {}

    /** At once, or when the transaction of this thread has ended, one way or the other. */
    static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        work.run();
                    }
                });
    }
}
