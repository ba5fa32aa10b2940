// What Hive's own entry in the public benchmark sets beside the defaults, under which identical fetches are already one.
import { defineConfig } from '@graphql-hive/gateway'

export const gatewayConfig = defineConfig({ inboundInflightRequestDeduplication: true })
