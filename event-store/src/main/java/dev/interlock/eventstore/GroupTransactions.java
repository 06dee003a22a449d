package dev.interlock.eventstore;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * What Axon begins and ends for each command. In a group that is nothing: the group commits, and
 * undoes what failed. Elsewhere it is a Spring transaction.
 */
record GroupTransactions(TransactionManager elsewhere) implements TransactionManager {

    private static final Transaction OF_THE_GROUP =
            new Transaction() {
                @Override
                public void commit() {}

                @Override
                public void rollback() {}
            };

    @Override
    public Transaction startTransaction() {
        return CommandGroups.isRunningHere() ? OF_THE_GROUP : elsewhere.startTransaction();
    }
}
