/** Who a person is and what a slot asks for, by this service's own record and never by a token. */
@NullMarked
package dev.interlock.approval.eligibility;

import org.jspecify.annotations.NullMarked;
