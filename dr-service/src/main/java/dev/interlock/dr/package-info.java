/**
 * The service that owns deployment requests, products, versions, environments and deployments. It
 * decides on them, and asks the rules engine before a deployment is admitted; who approves, and by
 * which rules the gate decides, is owned elsewhere.
 */
@NullMarked
package dev.interlock.dr;

import org.jspecify.annotations.NullMarked;
