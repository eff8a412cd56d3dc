package io.github.recsyseval.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The account of everything read from one input: lines, records, refused lines with where and why. Chunks are entered in input
 * order, so line numbers, first and last places and examples do not depend on threads.
 */
public final class InputLedger {
    private final InputSet inputs;
    private final boolean allowPartialTail;
    private final ViolationGroups violations;
    private final List<String> notes = new ArrayList<>();

    private int file = -1;
    private long lineBase;
    private long lines;
    private long blank;
    private long valid;
    private long invalid;
    private long partialTails;
    private boolean carriageReturns;
    private volatile long recordsSoFar;

    /**
     * @param allowPartialTail whether an unfinished last line of a file is left out instead of counted as invalid
     * @param maxExamples how many examples each kind of violation keeps
     */
    public InputLedger(InputSet inputs, boolean allowPartialTail, int maxExamples) {
        this.inputs = inputs;
        this.allowPartialTail = allowPartialTail;
        violations = new ViolationGroups(maxExamples);
    }

    /** Enters a chunk that {@code worker} has read and returns the number of the line before its first line. */
    public long enter(Chunk chunk, LineWorker worker) {
        if (chunk.file != file) {
            file = chunk.file;
            lineBase = 0;
        }
        String name = inputs.files().get(file).name();
        if (chunk.byteOrderMark) {
            notes.add(name + ": byte order mark skipped");
        }
        if (worker.carriageReturns && !carriageReturns) {
            carriageReturns = true;
            notes.add(name + ": lines end in CR LF");
        }
        for (BadLine bad : worker.bad) {
            Place place = new Place(name, lineBase + bad.lineInChunk() + 1);
            if (leavesOutTail(worker) && bad.lineInChunk() == worker.lines - 1) {
                partialTails++;
                notes.add(place + ": last line still being written, skipped");
            } else {
                invalid++;
                violations.add(place, bad.time(), bad.violations());
            }
        }
        lines += worker.lines;
        blank += worker.blank;
        valid += worker.valid;
        recordsSoFar = valid + invalid;
        long base = lineBase;
        lineBase += worker.lines;
        return base;
    }

    public InputSet inputs() {
        return inputs;
    }

    /** All lines, blank ones and unfinished last lines too. */
    public long lines() {
        return lines;
    }

    public long blank() {
        return blank;
    }

    /** Lines that are neither blank nor an unfinished last line left out nor left out by the map. */
    public long records() {
        return valid + invalid;
    }

    /** As {@link #records}, for a thread that looks on. */
    long recordsSoFar() {
        return recordsSoFar;
    }

    public long valid() {
        return valid;
    }

    public long invalid() {
        return invalid;
    }

    public long partialTails() {
        return partialTails;
    }

    /** Invalid records / records; 0 without records. */
    public double invalidRate() {
        return invalid == 0 ? 0 : (double) invalid / records();
    }

    public ViolationGroups violations() {
        return violations;
    }

    /** What was noticed in passing (byte order marks, CR LF, unfinished last lines), at most a hundred sentences. */
    public List<String> notes() {
        return List.copyOf(notes.subList(0, Math.min(100, notes.size())));
    }

    /** Whether the chunk's last line is unfinished and left out instead of counted as invalid. */
    boolean leavesOutTail(LineWorker worker) {
        return worker.partialTail && allowPartialTail;
    }

    /** The name of the file of a chunk. */
    public String fileName(Chunk chunk) {
        return inputs.files().get(chunk.file).name();
    }
}
