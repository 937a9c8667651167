/**
 * Files in and out. A service offers an import by describing its rows ({@link io.kehu.platform.exchange.RowImport}) and putting
 * seven one-line methods over {@link io.kehu.platform.exchange.Imports}; reading, progress, resuming, dry runs, error files,
 * templates and taking back are done here. It offers its list as a file by naming columns
 * ({@link io.kehu.platform.exchange.RowExport}) and one method over {@link io.kehu.platform.exchange.Exports}.
 */
package io.kehu.platform.exchange;
