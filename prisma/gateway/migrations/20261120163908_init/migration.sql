-- CreateEnum
CREATE TYPE "operation_type" AS ENUM ('query', 'mutation', 'subscription');

-- CreateTable
CREATE TABLE "api_client" (
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "root_fields" TEXT[],
    "max_fields" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "persisted_operation" (
    "hash" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "name" TEXT,
    "type" "operation_type" NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "persisted_operation_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "operation_manifest" (
    "client" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_by" TEXT NOT NULL,

    CONSTRAINT "operation_manifest_pkey" PRIMARY KEY ("client","version")
);

-- CreateTable
CREATE TABLE "manifest_entry" (
    "client" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,

    CONSTRAINT "manifest_entry_pkey" PRIMARY KEY ("client","version","hash")
);

-- CreateTable
CREATE TABLE "operation_usage" (
    "client" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "operation_usage_pkey" PRIMARY KEY ("client","hash","day")
);

-- CreateTable
CREATE TABLE "automatic_document" (
    "hash" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reused" BOOLEAN NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automatic_document_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "registry" (
    "id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "registry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "manifest_entry_client_hash_idx" ON "manifest_entry"("client", "hash");

-- CreateIndex
CREATE INDEX "manifest_entry_hash_idx" ON "manifest_entry"("hash");

-- CreateIndex
CREATE INDEX "automatic_document_reused_last_used_at_idx" ON "automatic_document"("reused", "last_used_at");

-- AddForeignKey
ALTER TABLE "operation_manifest" ADD CONSTRAINT "operation_manifest_client_fkey" FOREIGN KEY ("client") REFERENCES "api_client"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_entry" ADD CONSTRAINT "manifest_entry_client_version_fkey" FOREIGN KEY ("client", "version") REFERENCES "operation_manifest"("client", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manifest_entry" ADD CONSTRAINT "manifest_entry_hash_fkey" FOREIGN KEY ("hash") REFERENCES "persisted_operation"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_usage" ADD CONSTRAINT "operation_usage_client_fkey" FOREIGN KEY ("client") REFERENCES "api_client"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The one row that everybody who changes anything locks first.
INSERT INTO "registry" ("id", "revision") VALUES (1, 0);

ALTER TABLE "registry" ADD CONSTRAINT "registry_one_row" CHECK ("id" = 1);
