/** Give a template a further version; no deployment request changes by it. */
@NullMarked
package dev.interlock.dr.write.changetemplate;

import org.jspecify.annotations.NullMarked;
