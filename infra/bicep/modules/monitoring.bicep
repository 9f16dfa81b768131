metadata description = 'Application Insights on a workspace of its own; telemetry is sent with the identity, not with a key.'

import { monitoringMetricsPublisher } from '../roles.bicep'
import { Tags } from '../types.bicep'

@description('Name of both resources.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags Tags

@description('How many days logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Name of the user-assigned identity of the app.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    retentionInDays: retentionDays
    sku: {
      name: 'PerGB2018'
    }
    features: {
      disableLocalAuth: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

resource maySend 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityName, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

@description('Where telemetry goes. It admits nobody: sending takes the identity.')
output connectionString string = insights.properties.ConnectionString
