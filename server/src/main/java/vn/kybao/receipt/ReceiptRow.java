package vn.kybao.receipt;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("receipt")
record ReceiptRow(@Id String submission, String organization, long sequence, String jws) {}
