@export()
@description('Tags of a resource.')
type Tags = {
  @description('A tag.')
  *: string
}

@export()
@description('App settings: names with __ where the configuration nests.')
type Settings = {
  @description('A setting.')
  *: string
}
