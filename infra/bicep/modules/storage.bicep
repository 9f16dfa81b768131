metadata description = 'A storage account without keys: only identities get in, over TLS 1.2, and no blob is public.'

import { Tags } from '../types.bicep'

@description('Name of the account: 3 to 24 lower-case letters and digits, unique in the cloud.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags Tags

@description('Replication.')
param sku string

@description('Tables to create.')
param tables string[] = []

@description('Queues to create, poison queues among them.')
param queues string[] = []

@description('Private blob containers to create.')
param containers string[] = []

@description('Name of the user-assigned identity of the app.')
param identityName string

@description('Ids of the built-in roles which the identity has on this account.')
param roles string[]

@description('How many days a deleted blob or container can be brought back; left out: not at all.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int?

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: {
          enabled: true
          keyType: 'Account'
        }
        queue: {
          enabled: true
          keyType: 'Account'
        }
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [
  for item in tables: {
    parent: tableService
    name: item
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for item in queues: {
    parent: queueService
    name: item
  }
]

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: blobRetentionDays == null ? { enabled: false } : { enabled: true, days: blobRetentionDays! }
    containerDeleteRetentionPolicy: blobRetentionDays == null
      ? { enabled: false }
      : { enabled: true, days: blobRetentionDays! }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for item in containers: {
    parent: blobService
    name: item
    properties: {
      publicAccess: 'None'
    }
  }
]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, identityName, role)
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

@description('Name of the account.')
output name string = account.name

@description('Address of its blob service, as this cloud names it.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of its queue service.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of its table service.')
output tableEndpoint string = account.properties.primaryEndpoints.table
