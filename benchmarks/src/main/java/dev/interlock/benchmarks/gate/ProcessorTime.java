package dev.interlock.benchmarks.gate;

import java.time.Duration;
import java.util.List;

/** How much processor time some processes have used up to now. */
final class ProcessorTime {

    private ProcessorTime() {}

    static Duration of(List<Long> pids) {
        return pids.stream()
                .map(ProcessHandle::of)
                .flatMap(process -> process.stream())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
