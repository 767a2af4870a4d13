"""Materials: worn surfaces, light that is only seen, cloth that light shines through, and glass.

Knows nothing of what they are put on.
"""

import bpy
import numpy as np

Colour = tuple[float, float, float]
Material = bpy.types.Material


def _blank(name: str) -> tuple[Material, bpy.types.NodeTree]:
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    return material, material.node_tree


def worn(
    colour: Colour, rough: float = 0.6, metal: float = 0.0, bump: float = 0.25, grain: float = 4.0, vary: float = 0.35
) -> Material:
    """A surface whose colour, gloss and relief all drift with one noise, so that nothing looks like plastic."""
    material, tree = _blank("worn")
    nodes, link, skin = tree.nodes, tree.links.new, tree.nodes["Principled BSDF"]
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = grain, 8
    noise.inputs["Roughness"].default_value = 0.65
    link(nodes.new("ShaderNodeTexCoord").outputs["Object"], noise.inputs["Vector"])
    ramp = nodes.new("ShaderNodeValToRGB")
    low, high = ramp.color_ramp.elements
    low.position, high.position = 0.32, 0.72
    low.color = (*(np.array(colour) * (1 - vary)), 1)
    high.color = (*(np.array(colour) * (1 + vary * 0.6)), 1)
    link(noise.outputs["Fac"], ramp.inputs["Fac"])
    link(ramp.outputs["Color"], skin.inputs["Base Color"])
    gloss = nodes.new("ShaderNodeMapRange")
    gloss.inputs["To Min"].default_value = max(0.03, rough - 0.22)
    gloss.inputs["To Max"].default_value = min(1.0, rough + 0.18)
    link(noise.outputs["Fac"], gloss.inputs["Value"])
    link(gloss.outputs["Result"], skin.inputs["Roughness"])
    skin.inputs["Metallic"].default_value = metal
    if bump:
        relief = nodes.new("ShaderNodeBump")
        relief.inputs["Strength"].default_value, relief.inputs["Distance"].default_value = bump, 0.05
        link(noise.outputs["Fac"], relief.inputs["Height"])
        link(relief.outputs["Normal"], skin.inputs["Normal"])
    return material


def brick(face: Colour, joint: Colour, size: float = 1.0, low: float = 0.45) -> Material:
    """Coursed brick or tile along the wall and up, the darkest `low` of `face`; walls are to stand along x or y."""
    material, tree = _blank("brick")
    nodes, link, skin = tree.nodes, tree.links.new, tree.nodes["Principled BSDF"]
    place = nodes.new("ShaderNodeSeparateXYZ")
    link(nodes.new("ShaderNodeNewGeometry").outputs["Position"], place.inputs[0])
    along = nodes.new("ShaderNodeMath")
    link(place.outputs["X"], along.inputs[0])
    link(place.outputs["Y"], along.inputs[1])
    flat = nodes.new("ShaderNodeCombineXYZ")
    link(along.outputs[0], flat.inputs["X"])
    link(place.outputs["Z"], flat.inputs["Y"])
    wall = nodes.new("ShaderNodeTexBrick")
    wall.inputs["Scale"].default_value = 2.2 / size
    wall.inputs["Mortar Size"].default_value = 0.018
    wall.inputs["Color1"].default_value = (*face, 1)
    wall.inputs["Color2"].default_value = (*(c * low for c in face), 1)
    wall.inputs["Mortar"].default_value = (*joint, 1)
    link(flat.outputs[0], wall.inputs["Vector"])
    link(wall.outputs["Color"], skin.inputs["Base Color"])
    skin.inputs["Roughness"].default_value = 0.75
    relief = nodes.new("ShaderNodeBump")
    relief.inputs["Strength"].default_value, relief.inputs["Distance"].default_value = 0.5, 0.03
    link(wall.outputs["Fac"], relief.inputs["Height"])
    link(relief.outputs["Normal"], skin.inputs["Normal"])
    return material


def glow(colour: Colour, strength: float) -> Material:
    """Light that is seen and lights by bounce but is never sampled as a lamp: hundreds of panes stay cheap."""
    material, tree = _blank("glow")
    tree.nodes.clear()
    shine = tree.nodes.new("ShaderNodeEmission")
    shine.inputs["Color"].default_value, shine.inputs["Strength"].default_value = (*colour, 1), strength
    tree.links.new(shine.outputs[0], tree.nodes.new("ShaderNodeOutputMaterial").inputs["Surface"])
    material.cycles.emission_sampling = "NONE"
    return material


def fluid(colour: Colour, strength: float) -> Material:
    """A lit liquid in a jar: bright where we look straight in, dark towards the edges, so that it reads as round."""
    material = glow(colour, strength)
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    edge, depth, light = nodes.new("ShaderNodeLayerWeight"), nodes.new("ShaderNodeMath"), nodes.new("ShaderNodeMath")
    edge.inputs["Blend"].default_value = 0.4
    depth.operation, depth.inputs[0].default_value = "SUBTRACT", 1.02
    link(edge.outputs["Facing"], depth.inputs[1])
    light.operation, light.inputs[1].default_value = "POWER", 2.2
    link(depth.outputs[0], light.inputs[0])
    scaled = nodes.new("ShaderNodeMath")
    scaled.operation, scaled.inputs[1].default_value = "MULTIPLY", strength
    link(light.outputs[0], scaled.inputs[0])
    link(scaled.outputs[0], next(n for n in nodes if n.type == "EMISSION").inputs["Strength"])
    return material


def sooted(low: Colour, high: Colour, strength: float, grain: float = 0.5, gloss: float = 0.0) -> Material:
    """A glowing pane with soot drifted over it: two colours by slow noise; `gloss` of it mirrors, as a liquid does."""
    material = glow(low, strength)
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = grain, 7
    link(nodes.new("ShaderNodeNewGeometry").outputs["Position"], noise.inputs["Vector"])
    ramp = nodes.new("ShaderNodeValToRGB")
    first, last = ramp.color_ramp.elements
    first.position, last.position = 0.36, 0.66
    first.color, last.color = (*low, 1), (*high, 1)
    link(noise.outputs["Fac"], ramp.inputs["Fac"])
    shine = next(n for n in nodes if n.type == "EMISSION")
    link(ramp.outputs["Color"], shine.inputs["Color"])
    if gloss:
        mirror, mix = nodes.new("ShaderNodeBsdfGlossy"), nodes.new("ShaderNodeMixShader")
        mirror.inputs["Roughness"].default_value, mix.inputs["Fac"].default_value = 0.14, gloss
        link(shine.outputs[0], mix.inputs[1])
        link(mirror.outputs[0], mix.inputs[2])
        link(mix.outputs[0], next(n for n in nodes if n.type == "OUTPUT_MATERIAL").inputs["Surface"])
    return material


def cloth(colour: Colour, through: float = 0.5, vary: float = 0.12) -> Material:
    """Thin cloth: part of the light is scattered back, `through` of it shines through."""
    material, tree = _blank("cloth")
    nodes, link = tree.nodes, tree.links.new
    nodes.clear()
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = 3.0, 6
    link(nodes.new("ShaderNodeTexCoord").outputs["Object"], noise.inputs["Vector"])
    ramp = nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].color = (*(c * (1 - 2 * vary) for c in colour), 1)
    ramp.color_ramp.elements[1].color = (*(min(1, c * (1 + vary)) for c in colour), 1)
    link(noise.outputs["Fac"], ramp.inputs["Fac"])
    back, front, mix = (nodes.new(f"ShaderNode{n}") for n in ("BsdfDiffuse", "BsdfTranslucent", "MixShader"))
    for side in (back, front):
        link(ramp.outputs["Color"], side.inputs["Color"])
    mix.inputs["Fac"].default_value = through
    link(back.outputs[0], mix.inputs[1])
    link(front.outputs[0], mix.inputs[2])
    link(mix.outputs[0], nodes.new("ShaderNodeOutputMaterial").inputs["Surface"])
    return material


def veil(colour: Colour, cover: float) -> Material:
    """Gauze or fogged glass: `cover` of it is thin cloth, the rest is open."""
    material = cloth(colour, 0.65)
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    out = next(n for n in nodes if n.type == "OUTPUT_MATERIAL")
    stuff = out.inputs["Surface"].links[0].from_socket
    mix = nodes.new("ShaderNodeMixShader")
    mix.inputs["Fac"].default_value = cover
    link(nodes.new("ShaderNodeBsdfTransparent").outputs[0], mix.inputs[1])
    link(stuff, mix.inputs[2])
    link(mix.outputs[0], out.inputs["Surface"])
    return material


def haze(colour: Colour, strength: float) -> Material:
    """A skin of lit dust: adds a little light and hides nothing; for the side of a beam."""
    material = glow(colour, strength)
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    both, out = nodes.new("ShaderNodeAddShader"), next(n for n in nodes if n.type == "OUTPUT_MATERIAL")
    link(next(n for n in nodes if n.type == "EMISSION").outputs[0], both.inputs[0])
    link(nodes.new("ShaderNodeBsdfTransparent").outputs[0], both.inputs[1])
    link(both.outputs[0], out.inputs["Surface"])
    return material


def glass(colour: Colour = (0.9, 0.95, 0.95), rough: float = 0.05) -> Material:
    """Clear glass for jars and tumblers."""
    material, tree = _blank("glass")
    skin = tree.nodes["Principled BSDF"]
    skin.inputs["Base Color"].default_value = (*colour, 1)
    skin.inputs["Roughness"].default_value, skin.inputs["Transmission Weight"].default_value = rough, 1.0
    return material
