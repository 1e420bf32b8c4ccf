package dev.offheap.classifiers.ledger;

import java.util.List;

/** Which files of an incident are there, from all to one. */
enum Inputs {
    SMAPS_DETAIL_INFO("smaps + NMT detail + VM.info", "smaps.txt", "nmt_detail_B.txt", "vm_info.txt"),
    SMAPS_SUMMARY_INFO("smaps + NMT summary + VM.info", "smaps.txt", "nmt_summary.txt", "vm_info.txt"),
    SMAPS_DETAIL("smaps + NMT detail", "smaps.txt", "nmt_detail_B.txt"),
    SMAPS_SUMMARY("smaps + NMT summary", "smaps.txt", "nmt_summary.txt"),
    SMAPS_INFO("smaps + VM.info", "smaps.txt", "vm_info.txt"),
    SMAPS("smaps", "smaps.txt"),
    INFO("VM.info (or hs_err) with NMT summary in it", "vm_info.txt"),
    STATUS_SUMMARY("status + NMT summary", "status.txt", "nmt_summary.txt"),
    STATUS("status", "status.txt");

    private final String label;
    private final List<String> files;

    Inputs(String label, String... files) {
        this.label = label;
        this.files = List.of(files);
    }

    String label() {
        return label;
    }

    String[] files() {
        return files.toArray(String[]::new);
    }
}
