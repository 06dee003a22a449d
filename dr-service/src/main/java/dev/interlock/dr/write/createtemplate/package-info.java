/** Make a template that deployment requests are made from. */
@NullMarked
package dev.interlock.dr.write.createtemplate;

import org.jspecify.annotations.NullMarked;
