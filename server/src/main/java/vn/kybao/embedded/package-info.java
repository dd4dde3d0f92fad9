/**
 * A MariaDB server run by this process on one data folder, so that Kỳ Báo needs no installed database.
 * It starts, guards and stops the server; it knows nothing about tables, migrations or the rest of the product.
 * It may use the JDK and slf4j; the MariaDB binaries come from a jar that the production build leaves out.
 */
@NullMarked
package vn.kybao.embedded;

import org.jspecify.annotations.NullMarked;
