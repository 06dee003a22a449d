package dev.interlock.approval.write.creategroup;

/**
 * @param group its id: the name, folded
 */
record CreateGroup(String group, String name) {}
