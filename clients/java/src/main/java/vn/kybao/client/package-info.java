/** The Java client: {@link vn.kybao.client.KybaoClient}; everything below this package is generated. */
package vn.kybao.client;
